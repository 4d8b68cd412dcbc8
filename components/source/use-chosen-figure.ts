'use client'

import { useEffect, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Asked } from './asked.ts'
import { findFigure, findFigures } from './walk-figures.ts'

/**
 * Mark the chosen figure on the page and keep it in view. While the panel is open `<html>` carries `data-source`; the
 * panel narrows the page, and the figure stays at its height on the screen, whatever moves around it.
 */
export function useChosenFigure(asked: Asked) {
  // Taken while the page still has its whole width: this runs before the panel is part of it.
  const [opening] = useState(() => ({
    figure: figureOf(asked),
    isLinked: !asked.from,
    top: topOf(figureOf(asked)),
  }))
  useLayoutEffect(() => {
    document.documentElement.setAttribute('data-source', 'open')
    if (opening.isLinked) opening.figure?.scrollIntoView({ block: 'center' })
    else keepTop(opening.figure, opening.top)
    return () => document.documentElement.removeAttribute('data-source')
  }, [opening])
  useEffect(() => {
    const chosen = findFigures(asked.at)
    for (const figure of chosen) figure.setAttribute('aria-current', 'true')
    figureOf(asked)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return () => {
      for (const figure of chosen) figure.removeAttribute('aria-current')
    }
  }, [asked])
}

/** The element that was chosen, or one that stands for the same place when the page has changed since. */
export function figureOf({ at, from }: Asked): HTMLElement | null {
  return from?.isConnected ? from : findFigure(at)
}

/** Change the page at once, with a figure staying where it is on the screen. */
export function changeAround(figure: HTMLElement | null, change: () => void) {
  const top = topOf(figure)
  flushSync(change)
  keepTop(figure, top)
}

function topOf(figure: HTMLElement | null): number | null {
  return figure?.getBoundingClientRect().top ?? null
}

function keepTop(figure: HTMLElement | null, before: number | null) {
  const after = topOf(figure)
  if (before !== null && after !== null && before !== after)
    scrollBy({ top: after - before, behavior: 'instant' })
}
