'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { joinWindows, type LineWindow, type Span, spanAround, spanBeside } from '@/lib/layout/line-window.ts'
import { fetchedOnce } from './use-fetched.ts'

export type Lines = {
  window: LineWindow | null
  lineCount: number
  state: 'loading' | 'ready' | 'failed'
  /** Fetch the lines before or after those shown. */
  loadMore: (side: 'before' | 'after') => void
  /** Fetch the lines around the place again, after a failure. */
  retry: () => void
}

type Answer = LineWindow & { lineCount: number }

/** The lines of a filing around one line, a window at a time; scrolling widens it. */
export function useLines(sha256: string, line: number): Lines {
  const [atHand] = useState(() => linesAtHand(sha256, line))
  const [window, keep] = useState<LineWindow | null>(atHand)
  const [lineCount, keepCount] = useState(atHand?.lineCount ?? unknownCount)
  const [state, setState] = useState<Lines['state']>(atHand ? 'ready' : 'loading')
  const underWay = useRef(false)

  const load = useCallback(
    (span: Span | null) => {
      if (!span || underWay.current) return
      underWay.current = true
      setState('loading')
      fetchLines(sha256, span)
        .then(answer => {
          keep(known => joinWindows(known, answer))
          keepCount(answer.lineCount)
          setState('ready')
        })
        .catch(() => setState('failed'))
        .finally(() => {
          underWay.current = false
        })
    },
    [sha256],
  )
  // While a request is under way the place may move on; its answer runs this again.
  useEffect(() => load(spanAround(line, window, lineCount)), [load, line, window, lineCount])

  const loadMore = (side: 'before' | 'after') => load(window && spanBeside(window, side, lineCount))
  const retry = () => load(spanAround(line, window, lineCount))
  return { window, lineCount, state, loadMore, retry }
}

const linesOnce = fetchedOnce<Answer>()

/** Until the filing has answered how many lines it has. */
const unknownCount = Number.MAX_SAFE_INTEGER

function linesAddress(sha256: string, { from, to, around }: Span): string {
  return `/api/filings/${sha256}/lines?from=${from}&to=${to}&around=${around}`
}

/** Lines of a filing never change, so each window is asked for once. */
async function fetchLines(sha256: string, span: Span): Promise<Answer> {
  const { first, lines, lineCount } = await linesOnce.request(linesAddress(sha256, span))
  return { first, lines, lineCount }
}

/** Have the lines around one of them at hand for when the panel is opened. */
export function prefetchLines(sha256: string, line: number): void {
  const span = spanAround(line, null, unknownCount)
  if (span) fetchLines(sha256, span).catch(() => undefined)
}

/** The lines around one of them where they have been fetched before. */
function linesAtHand(sha256: string, line: number): Answer | null {
  const span = spanAround(line, null, unknownCount)
  return (span && linesOnce.answered(linesAddress(sha256, span))) ?? null
}
