import { linesOf } from '@/lib/charts/chart-line.ts'
import { findMeasure } from '@/lib/measures/index.ts'
import type { Stratification } from '@/lib/report.ts'

/** Which second line the charts show, beside the measure; offered where some table prints averages of its rows. */
export function LineChoice({ stratifications }: { stratifications: Stratification[] }) {
  const measures = [...new Set(stratifications.flatMap(linesOf).map(({ measure }) => measure))]
  if (measures.length === 0) return null
  return (
    <label className="line-choice needs-script">
      <span>Overlay</span>
      <select defaultValue="auto">
        <option value="auto">Automatic</option>
        <option value="cumulative">Cumulative %</option>
        {measures.map(measure => (
          <option key={measure} value={measure}>
            {findMeasure(measure)?.name ?? measure}
          </option>
        ))}
        <option value="none">None</option>
      </select>
    </label>
  )
}
