'use client'
import { useState } from 'react'
import { formatCount } from '@/lib/format/numbers.ts'
import { WarningIcon } from '../shell/icons.tsx'
import { forgetKept, readKept } from './progress-kept.ts'

/** Says how far a long upload was when the page was left, and how to go on; nothing where none broke off. */
export function BrokenOff() {
  const [kept, keep] = useState(readKept)
  if (kept === null) return null
  const { files, done } = kept
  return (
    <section aria-label="An upload that broke off" className="notice mt-2">
      <WarningIcon className="mt-0.5 text-ink-2" />
      <p className="min-w-0 wrap-anywhere">
        <strong className="font-semibold">
          {formatCount(done.size)} of {formatCount(files)} files were in the library
        </strong>{' '}
        when this page was left. Choose or drop the same folder again to go on: what is here is not sent
        again.{' '}
        <button
          type="button"
          className="text-button"
          onClick={() => {
            forgetKept()
            keep(null)
          }}
        >
          Forget it
        </button>
      </p>
    </section>
  )
}
