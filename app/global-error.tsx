'use client'

const page = {
  margin: '0 auto',
  maxWidth: '60ch',
  padding: '96px 24px',
  font: '400 16px/1.6 system-ui, sans-serif',
  colorScheme: 'light dark',
}

/** Stands in the place of the whole site when not even its frame can be drawn; so it brings its own page and style. */
export default function SiteError({ retry }: { retry: () => void }) {
  return (
    <html lang="en" style={{ colorScheme: 'light dark' }}>
      <body>
        <title>Strata could not be shown</title>
        <main style={page}>
          <h1>Strata could not be shown</h1>
          <p>
            Something went wrong in Strata, not in what you did. The library and its filings are as they were.
            Try again; if it stays so, look into the server’s log.
          </p>
          <p>
            <button type="button" onClick={retry} style={{ font: 'inherit', padding: '6px 14px' }}>
              Try again
            </button>
          </p>
        </main>
      </body>
    </html>
  )
}
