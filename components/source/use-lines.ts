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
  const [window, keep] = useState<LineWindow | null>(null)
  const [lineCount, keepCount] = useState(Number.MAX_SAFE_INTEGER)
  const [state, setState] = useState<Lines['state']>('loading')
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

const requestLines = fetchedOnce<Answer>()

/** Lines of a filing never change, so each window is asked for once. */
async function fetchLines(sha256: string, { from, to, around }: Span): Promise<Answer> {
  const answer = await requestLines(`/api/filings/${sha256}/lines?from=${from}&to=${to}&around=${around}`)
  const { first, lines, lineCount } = answer
  return { first, lines, lineCount }
}

/** Have the lines around one of them at hand for when the panel is opened. */
export function prefetchLines(sha256: string, line: number): void {
  const span = spanAround(line, null, Number.MAX_SAFE_INTEGER)
  if (span) fetchLines(sha256, span).catch(() => undefined)
}
