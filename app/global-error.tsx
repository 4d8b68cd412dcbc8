'use client'

const page = {
  margin: '0 auto',
  maxWidth: '60ch',
  padding: '96px 24px',
  font: '400 14px/24px system-ui, sans-serif',
}
const heading = { margin: '0 0 12px', font: '700 24px/32px system-ui, sans-serif' }
const actions = { display: 'flex', alignItems: 'center', gap: '16px', margin: '24px 0 0' }
const button = {
  border: '1px solid',
  borderRadius: '4px',
  padding: '5px 14px',
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  cursor: 'pointer',
}

/**
 * Stands in the place of the whole site when not even its frame can be drawn; so it brings its own page and style, and
 * looks the same whether the site's stylesheet has come or not.
 */
export default function SiteError({ retry }: { retry: () => void }) {
  return (
    <html lang="en" style={{ colorScheme: 'light dark' }}>
      <body>
        <title>Strata could not be shown</title>
        <main style={page}>
          <h1 style={heading}>Strata could not be shown</h1>
          <p style={{ margin: 0 }}>
            Something went wrong in Strata. It was nothing you did, and nothing in the library changed. Try
            again; if it happens again, the server’s log says why.
          </p>
          <p style={actions}>
            <button type="button" onClick={retry} style={button}>
              Try again
            </button>
            <a href="/">Go to the library</a>
          </p>
        </main>
      </body>
    </html>
  )
}
