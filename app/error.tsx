'use client'
import { Message } from '@/components/shell/message.tsx'

type Thrown = { error: unknown; retry: () => void }

/** What stands in the place of a page that could not be drawn. The server's log has the cause under the number shown. */
export default function PageError({ error, retry }: Thrown) {
  return (
    <Message title="This page could not be shown">
      <p className="mt-3 text-sm/6 text-ink-2">
        Something went wrong in Strata, not in what you did, and nothing in the library was changed by it. Try
        again; if it stays so, the number below finds the cause in the server’s log.
      </p>
      <ErrorNumber error={error} />
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

function ErrorNumber({ error }: { error: unknown }) {
  const digest = error instanceof Error && 'digest' in error ? error.digest : null
  return typeof digest === 'string' && <p className="mt-3 font-mono text-xs text-ink-3">Number {digest}</p>
}
