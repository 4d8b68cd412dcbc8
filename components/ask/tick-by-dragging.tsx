'use client'

import { type PointerEvent, type ReactNode, useRef } from 'react'

/** Drawing a mouse or a pen over the ticks of rows ticks them all and joins them; a single one is ticked as usual. */
export function TickByDragging({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const drag = useRef<{ from: number; isWide: boolean } | null>(null)
  const ticks = () => [...(box.current?.querySelectorAll<HTMLInputElement>('input[name="row"]') ?? [])]
  const orderAt = (event: PointerEvent) => {
    const tick = document
      .elementFromPoint(event.clientX, event.clientY)
      ?.closest('tr')
      ?.querySelector<HTMLInputElement>('input[name="row"]')
    return tick ? ticks().indexOf(tick) : -1
  }
  return (
    <div
      ref={box}
      onPointerDown={event => {
        const isTick = event.target instanceof Element && event.target.closest('.ask-tick') !== null
        if (!isTick || event.pointerType === 'touch' || event.button !== 0) return
        drag.current = { from: orderAt(event), isWide: false }
      }}
      onPointerMove={event => {
        const at = drag.current ? orderAt(event) : -1
        if (!drag.current || at < 0) return
        if (at !== drag.current.from) drag.current.isWide = true
        if (!drag.current.isWide) return
        event.preventDefault()
        const [first, last] = [Math.min(at, drag.current.from), Math.max(at, drag.current.from)]
        for (const [order, tick] of ticks().entries()) tick.checked = order >= first && order <= last
      }}
      onPointerUp={() => {
        const { isWide } = drag.current ?? { isWide: false }
        drag.current = null
        if (isWide) box.current?.closest('form')?.requestSubmit()
      }}
      onPointerCancel={() => {
        drag.current = null
      }}
    >
      {children}
    </div>
  )
}
