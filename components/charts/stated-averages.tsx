import { statedBoxes } from '@/lib/charts/stated-box.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'

/** What the filing states about a table beside what its rows give, and whether they agree. */
export function StatedAverages({
  report,
  stratification,
}: {
  report: FilingReport
  stratification: Stratification
}) {
  return statedBoxes(report, stratification).map(({ title, lines }) => (
    <table key={title} className="figure-stated">
      <caption>{title}</caption>
      <tbody>
        {lines.map(({ words, figure, outcome }) => (
          <tr key={words}>
            <th scope="row">{words}</th>
            <td className={outcome ? `figure-${outcome}` : undefined}>
              {outcome && <span aria-hidden="true">{outcome === 'pass' ? '✓ ' : '✗ '}</span>}
              {figure}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ))
}
