import { CheckIcon, CrossIcon } from '@/components/shell/icons.tsx'
import { listTailFigures } from '@/lib/evidence/tail-figures.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import type { LinkPlace } from './place-link.ts'

type Props = { report: FilingReport; table: Stratification; link: LinkPlace }

/** What the table prints under its total, least and greatest and average, each with its place and what the rows say. */
export function TailFigures({ report, table, link }: Props) {
  const figures = listTailFigures(report, table)
  if (figures.length === 0) return null
  return (
    <dl className="tail">
      {figures.map(({ words, figure, at, outcome, says }) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd className="tail-figure">
            <a {...link(at)}>{figure}</a>
          </dd>
          <dd className={outcome === 'fail' ? 'tail-says tail-fails' : 'tail-says'}>
            {outcome === 'pass' && <CheckIcon size={12} className="text-pass" />}
            {outcome === 'fail' && <CrossIcon size={12} className="text-fail" />}
            {outcome === 'fail' && 'fails: '}
            {says}
          </dd>
        </div>
      ))}
    </dl>
  )
}
