'use client'

const page = { margin: '15vh auto', maxWidth: '60ch', padding: '0 24px', font: '1rem/1.5 system-ui' }

/**
 * Stands in the place of the whole site when not even its frame can be drawn; so it brings its own page, of few
 * words and less style, for every page carries it.
 */
export default function SiteError({ retry }: { retry: () => void }) {
  return (
    <html lang="en" style={{ colorScheme: 'light dark' }}>
      <body style={page}>
        <title>Strata could not be shown</title>
        <h1>Strata could not be shown</h1>
        <p>Nothing in the library changed. Try again; if it happens again, the server’s log says why.</p>
        <button type="button" onClick={retry}>
          Try again
        </button>{' '}
        <a href="/">Go to the library</a>
      </body>
    </html>
  )
}
