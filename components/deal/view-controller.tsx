'use client'
import { useEffect } from 'react'

/** Brings the page to life: measure, sort, cumulative column, copying, keys. All by delegation; it draws nothing. */
export function ViewController() {
  useEffect(() => {
    const stopping = new AbortController()
    import('./view/start-view.ts').then(({ startView }) => startView(stopping.signal))
    return () => stopping.abort()
  }, [])
  return null
}
