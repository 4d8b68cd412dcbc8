import type { Stratification } from '@/lib/report.ts'

/** What charts and tables can be read by: the letter is both the key and the short form in an address. */
const measures = [
  { measure: 'balanceCents', name: 'Balance', key: 'b' },
  { measure: 'loanCount', name: 'Loans', key: 'c' },
  { measure: 'balancePct', name: '%', key: 'p', spoken: 'Percent of balance' },
] as const

/** Which measure is drawn and emphasised; only those that some table prints are offered. */
export function MeasureSwitch({ stratifications }: { stratifications: Stratification[] }) {
  const printed = new Set(stratifications.flatMap(({ columns }) => columns.map(({ measure }) => measure)))
  const offered = measures.filter(({ measure }) => printed.has(measure))
  if (offered.length < 2) return null
  const start = printed.has('balancePct') ? 'balancePct' : offered[0]?.measure
  return (
    <fieldset className="switch needs-script">
      <legend className="sr-only">Measure</legend>
      {offered.map(({ measure, name, key, ...more }) => (
        <button
          key={measure}
          type="button"
          data-measure={measure}
          data-key={key}
          aria-pressed={measure === start}
          data-start={measure === start || undefined}
          aria-label={'spoken' in more ? more.spoken : undefined}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
