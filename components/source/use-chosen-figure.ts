'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Asked } from './source-listener.tsx'
import { findFigure } from './walk-figures.ts'

/**
 * Mark the chosen figure on the page and keep it in view. While the panel is open `<html>` carries `data-source`, which
 * narrows the page; the figure stays at its height on the screen, whatever moves around it.
 */
export function useChosenFigure(asked: Asked) {
  const opening = useRef(asked)
  useLayoutEffect(() => {
    const figure = figureOf(opening.current)
    keepHeight(figure, () => document.documentElement.setAttribute('data-source', 'open'))
    if (!opening.current.from) figure?.scrollIntoView({ block: 'center' })
    return () => keepHeight(findChosen(), () => document.documentElement.removeAttribute('data-source'))
  }, [])
  useEffect(() => {
    const chosen = document.querySelectorAll(`a[data-at="${CSS.escape(asked.at)}"]`)
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

function findChosen(): HTMLElement | null {
  return document.querySelector<HTMLElement>('a[data-at][aria-current]')
}

function keepHeight(figure: HTMLElement | null, change: () => void) {
  const before = figure?.getBoundingClientRect().top
  change()
  const after = figure?.getBoundingClientRect().top
  if (before !== undefined && after !== undefined && before !== after) scrollBy(0, after - before)
}
