'use client'
import type { ReactNode } from 'react'
import { isLibraryFaultCode, libraryFaultWording } from '@/lib/library-faults.ts'
import { Message } from './message.tsx'

/** What Next gives to whatever stands in the place of a page that failed. */
export type Thrown = { error: unknown; retry: () => void }

const usualWords =
  'Something went wrong in Strata. It was nothing you did, and nothing in the library changed. Try again; if it happens again, look for the number below in the server’s log.'

type Props = Thrown & {
  title?: string
  /** Why, where nothing is wrong with the library. */
  words?: string
  /** What there is all the same. */
  children?: ReactNode
}

/** What stands in the place of a page that could not be drawn. The server's log has the cause under the number shown. */
export function PageFailure({
  error,
  retry,
  title = 'This page could not be shown',
  words = usualWords,
  children,
}: Props) {
  const digest = digestOf(error)
  const isLibrary = isLibraryFaultCode(digest)
  return (
    <Message title={title}>
      <p className="mt-3 text-sm/6 text-ink-2">{isLibrary ? libraryFaultWording[digest] : words}</p>
      {digest !== null && !isLibrary && <p className="mt-3 font-mono text-xs text-ink-3">Number {digest}</p>}
      {children}
      <p className="mt-6 flex flex-wrap gap-2">
        <button type="button" className="button button-strong" onClick={retry}>
          Try again
        </button>
        <a href="/" className="button">
          Go to the library
        </a>
      </p>
    </Message>
  )
}

/** What the server says of an error, whose message it hides: a number, or the code of what is wrong with the library. */
export function digestOf(error: unknown): string | null {
  const digest = error instanceof Error && 'digest' in error ? error.digest : null
  return typeof digest === 'string' ? digest : null
}
