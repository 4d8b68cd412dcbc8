import type { ChartModel } from '@/lib/charts/chart-model.ts'
import type { LineWish } from '@/lib/charts/choose-line.ts'
import { drawChart, figureWidths } from '@/lib/charts/draw-chart.ts'
import { stillOf } from '@/lib/charts/still.ts'
import { Still } from './still.tsx'

type Props = {
  model: ChartModel
  line: LineWish
  /** Unique on the page. */
  figure: string
  /** What it says to who cannot see it. */
  name: string
  /** There is never room for the wide still. */
  isNarrow: boolean
}

/** A figure's stills at both widths, of which style shows the one that there is room for; or the narrow one alone. */
export function BothStills({ model, line, figure, name, isNarrow }: Props) {
  const widths = isNarrow ? (['narrow'] as const) : (['narrow', 'wide'] as const)
  return widths.map(width => (
    <Still
      key={width}
      className={`still-${width}`}
      figure={`${figure}-${width}`}
      name={name}
      still={stillOf(drawChart(model, figureWidths[width], line))}
    />
  ))
}
