'use client'
import { Message } from '@/components/shell/message.tsx'
import { isLibraryFaultCode, libraryFaultWording } from '@/lib/library-faults.ts'

type Thrown = { error: unknown; retry: () => void }

/** What stands in the place of a page that could not be drawn. The server's log has the cause under the number shown. */
export default function PageError({ error, retry }: Thrown) {
  return (
    <Message title="This page could not be shown">
      <Reason digest={digestOf(error)} />
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

/** What is wrong with the library, where that is why; else the number of the cause in the log. */
function Reason({ digest }: { digest: string | null }) {
  if (isLibraryFaultCode(digest))
    return <p className="mt-3 text-sm/6 text-ink-2">{libraryFaultWording[digest]}</p>
  return (
    <>
      <p className="mt-3 text-sm/6 text-ink-2">
        Something went wrong in Strata, not in what you did, and nothing in the library was changed by it. Try
        again; if it stays so, the number below finds the cause in the server’s log.
      </p>
      {digest !== null && <p className="mt-3 font-mono text-xs text-ink-3">Number {digest}</p>}
    </>
  )
}

function digestOf(error: unknown): string | null {
  const digest = error instanceof Error && 'digest' in error ? error.digest : null
  return typeof digest === 'string' ? digest : null
}
