'use client'

import { type ReactNode, useRef, useState } from 'react'
import { type Tip, TrendTip, tipAt } from './trend-tip.tsx'

/** Keys that go from one deal to the next, in the order of their dates. */
const steps: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => Math.min(last, at + 1),
  ArrowLeft: at => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
}

/**
 * What a chart over time does where scripts run: the point under the pointer or with the focus says what it is, and arrows
 * go from deal to deal. The links themselves need no script.
 */
export function TrendPointer({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [tip, show] = useState<Tip | null>(null)
  const point = (target: EventTarget) => {
    const link = linkOf(target)
    show(link && box.current ? tipAt(link, linesOf(link), box.current) : null)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what answers are the links inside, whose events rise to here
    <div
      ref={box}
      className="trend-pointer"
      onPointerOver={event => point(event.target)}
      onPointerLeave={() => show(null)}
      onFocus={event => point(event.target)}
      onBlur={() => show(null)}
      onKeyDown={event => {
        if (event.key === 'Escape') show(null)
        const step = steps[event.key]
        const link = linkOf(event.target)
        if (step === undefined || link === null || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        const all = [...(box.current?.querySelectorAll<SVGAElement>('svg[data-trend] a') ?? [])]
        const next = all[step(all.indexOf(link), all.length - 1)]
        link.setAttribute('tabindex', '-1')
        next?.setAttribute('tabindex', '0')
        next?.focus()
      }}
    >
      {children}
      {tip && <TrendTip tip={tip} />}
    </div>
  )
}

const linesOf = (link: Element) => (link.getAttribute('aria-label') ?? '').split('; ')

function linkOf(target: EventTarget): SVGAElement | null {
  return target instanceof Element ? target.closest<SVGAElement>('svg[data-trend] a') : null
}
