import type { Drawing, Target } from '@/lib/charts/drawing.ts'
import type { Tip } from '@/lib/charts/tip-lines.ts'

/** Room that a tip takes, in pixels. */
const tipWidth = 196
const tipHeight = (lines: number) => 30 + lines * 16

/** A ring round the mark that is looked at, and its figures beside it. */
export function ChartTip({ drawing, target, tip }: { drawing: Drawing; target: Target; tip: Tip }) {
  const { mark } = target
  return (
    <>
      <svg className="figure-ring" viewBox={`0 0 ${drawing.width} ${drawing.height}`} aria-hidden="true">
        <rect x={mark.x - 1.5} y={mark.y - 1.5} width={mark.width + 3} height={mark.height + 3} rx={2} />
      </svg>
      <div className="figure-tip" style={placeTip(drawing, target, tip.lines.length)} aria-hidden="true">
        <b>{tip.heading}</b>
        <dl>
          {tip.lines.map(({ words, figure }) => (
            <div key={words}>
              <dt>{words}</dt>
              <dd>{figure}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  )
}

/** Beside the mark on the side with more room, and never past the sides of the figure. */
function placeTip(drawing: Drawing, { mark }: Target, lines: number) {
  const right = mark.x + mark.width + 10
  const isRight = right + tipWidth <= drawing.width || mark.x < drawing.width / 2
  const left = isRight ? Math.min(right, drawing.width - tipWidth) : Math.max(0, mark.x - 10 - tipWidth)
  const covers = left < mark.x + mark.width && mark.x < left + tipWidth
  const height = tipHeight(lines)
  const above = mark.y - height - 8
  const beside = Math.min(mark.y, Math.max(0, drawing.height - height))
  const top = covers ? (above > -60 ? above : mark.y + mark.height + 8) : beside
  return { left, top, width: tipWidth }
}
