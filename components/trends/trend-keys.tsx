'use client'
import { useEffect } from 'react'
import { isShortcut } from '../shell/preferences.ts'

const periods: Record<string, string> = { m: 'month', q: 'quarter', y: 'year' }

/** Single keys that choose what the line has a step for; each does what its link does. */
export function TrendKeys() {
  useEffect(() => {
    addEventListener('keydown', choosePeriod)
    return () => removeEventListener('keydown', choosePeriod)
  }, [])
  return null
}

function choosePeriod(event: KeyboardEvent) {
  const period = periods[event.key]
  if (period === undefined || !isShortcut(event)) return
  document.querySelector<HTMLAnchorElement>(`a[data-by="${period}"]`)?.click()
}
