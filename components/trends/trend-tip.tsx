/** What a point is, beside it; pixels in the box that the chart stands in. */
export type Tip = { lines: readonly string[]; x: number; y: number; isRight: boolean }

/** The tip of a mark: right of it, or left of it in the right half. */
export function tipAt(mark: Element, lines: readonly string[], box: HTMLElement): Tip {
  const [own, all] = [mark.getBoundingClientRect(), box.getBoundingClientRect()]
  const isRight = own.left + own.width / 2 > all.left + all.width / 2
  return { lines, x: (isRight ? own.left - 8 : own.right + 8) - all.left, y: own.top - all.top, isRight }
}

export function TrendTip({ tip: { lines, x, y, isRight } }: { tip: Tip }) {
  return (
    <div
      className="trend-tip"
      data-right={isRight || undefined}
      style={{ left: x, top: y }}
      aria-hidden="true"
    >
      {lines.map((line, order) => (
        <p key={line} className={order === 0 ? 'trend-tip-name' : undefined}>
          {line}
        </p>
      ))}
    </div>
  )
}
