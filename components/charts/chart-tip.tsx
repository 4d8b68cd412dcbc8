import type { CSSProperties } from 'react'
import { CrossIcon } from '@/components/shell/icons.tsx'
import type { Drawing, Target } from '@/lib/charts/drawing.ts'
import type { Tip } from '@/lib/charts/tip-lines.ts'

/** Room that a tip takes, in pixels. */
const tipWidth = 214
const tipHeight = (lines: number) => 30 + lines * 16

/** A ring round the mark that is looked at, and its figures beside it. */
export function ChartTip({ drawing, target, tip }: { drawing: Drawing; target: Target; tip: Tip }) {
  const { mark } = target
  return (
    <>
      <svg className="figure-ring" viewBox={`0 0 ${drawing.width} ${drawing.height}`} aria-hidden="true">
        <rect x={mark.x - 1.5} y={mark.y - 1.5} width={mark.width + 3} height={mark.height + 3} rx={2} />
      </svg>
      <div
        className="figure-tip"
        style={placeTip(drawing, target, tip.lines.length + (tip.fails ? 2 : 0))}
        aria-hidden="true"
      >
        <b>{tip.heading}</b>
        {tip.fails && (
          <p>
            <CrossIcon size={11} /> {tip.fails}
          </p>
        )}
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

/**
 * Beside the mark on the side with more room, over or under it where neither side has enough. Across it is placed in
 * parts of the figure, which may be shown smaller than drawn, and never past its sides.
 */
function placeTip(drawing: Drawing, { mark }: Target, lines: number): CSSProperties {
  const [before, after] = [mark.x - 10, drawing.width - mark.x - mark.width - 10]
  const isAfter = after >= tipWidth || after > before
  const height = tipHeight(lines)
  const above = mark.y - height - 8
  const over = above > -60 ? above : mark.y + mark.height + 8
  const beside = Math.min(mark.y, Math.max(0, drawing.height - height))
  const top = Math.max(before, after) >= tipWidth ? beside : over
  const part = `${(100 * (drawing.width - (isAfter ? after : before))) / drawing.width}%`
  return { [isAfter ? 'left' : 'right']: `min(${part}, 100% - ${tipWidth}px)`, top, width: tipWidth }
}
