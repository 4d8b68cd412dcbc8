import type { LinkPlace } from '@/components/deal/place-link.ts'
import { Term } from '@/components/shell/term.tsx'
import { statedBoxes } from '@/lib/charts/stated-box.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'

/**
 * What the filing states about a table beside what its rows give, and whether they agree. With `link`, a stated figure is
 * the way to its place in the filing.
 */
export function StatedAverages({
  report,
  stratification,
  link,
}: {
  report: FilingReport
  stratification: Stratification
  link?: LinkPlace
}) {
  return statedBoxes(report, stratification).map(({ title, lines }) => (
    <table key={title} className="figure-stated">
      <caption>
        <Term>{title}</Term>
      </caption>
      <tbody>
        {lines.map(({ words, figure, at, outcome }) => (
          <tr key={words}>
            <th scope="row">{words}</th>
            <td className={outcome ? `figure-${outcome}` : undefined}>
              {outcome && <span aria-hidden="true">{outcome === 'pass' ? '✓ ' : '✗ '}</span>}
              {at && link ? <a {...link(at)}>{figure}</a> : figure}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ))
}
