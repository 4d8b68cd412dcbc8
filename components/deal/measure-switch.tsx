import type { Stratification } from '@/lib/report.ts'

/** What charts and tables can be read by: the letter is both the key and the short form in an address. */
const measures = [
  { measure: 'balanceCents', name: 'Balance', key: 'b' },
  { measure: 'loanCount', name: 'Loans', key: 'c' },
  { measure: 'balancePct', name: '%', key: 'p', spoken: 'Percent of balance' },
] as const

/** The measures that some table prints, of those that charts and tables can be read by. */
export function measuresOf(stratifications: Stratification[]): string[] {
  return offeredOf(stratifications).map(({ measure }) => measure)
}

/** The measure that is drawn and emphasised at first. */
export function startMeasure(stratifications: Stratification[]): string {
  const offered = measuresOf(stratifications)
  return offered.includes('balancePct') ? 'balancePct' : (offered[0] ?? '')
}

function offeredOf(stratifications: Stratification[]) {
  const printed = new Set(stratifications.flatMap(({ columns }) => columns.map(({ measure }) => measure)))
  return measures.filter(({ measure }) => printed.has(measure))
}

/** Which measure is drawn and emphasised; only those that some table prints are offered. */
export function MeasureSwitch({ stratifications }: { stratifications: Stratification[] }) {
  const offered = offeredOf(stratifications)
  if (offered.length < 2) return null
  const start = startMeasure(stratifications)
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
