'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { type Covered, scrollInside } from './scroll-inside.ts'

type Props = {
  /** Place of the marked figure; as it changes the box scrolls to it. */
  chosen: string
  children: ReactNode
}

/** The box in which a drawn table scrolls, at the chosen figure. Without scripts it does not scroll. */
export function DrawnBox({ chosen, children }: Props) {
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const target = chosen === '' ? null : box.current?.querySelector<HTMLElement>('mark')
    if (box.current && target) scrollInside(box.current, target, coveredBeside(target))
  }, [chosen])
  return (
    <section
      ref={box}
      className="drawn scrolls"
      data-source-text
      aria-label="The table as it is seen"
      tabIndex={0}
    >
      {children}
    </section>
  )
}

/** Headings and labels of the table that stay while its figures scroll. */
function coveredBeside(target: HTMLElement): Covered {
  const head = target.closest('table')?.tHead
  const label = target.closest('tr')?.querySelector<HTMLElement>('th[scope="row"]')
  const isLabel = label?.contains(target) ?? false
  return {
    top: head && getComputedStyle(head).position === 'sticky' ? head.offsetHeight : 0,
    left: label && !isLabel ? label.offsetWidth : 0,
  }
}
