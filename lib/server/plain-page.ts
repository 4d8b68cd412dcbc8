const page = 'max-width: 60ch; margin: 0 auto; padding: 96px 24px; font: 400 14px/24px system-ui, sans-serif'
const heading = 'margin: 0 0 12px; font: 700 24px/32px system-ui, sans-serif'

/** A page in plain words for what is refused before the site is asked: without scripts, and with the little style it has. */
export function plainPage(title: string, message: string): string {
  return `<!DOCTYPE html>
<html lang="en" style="color-scheme: light dark">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)} · Strata</title>
</head>
<body>
<main style="${page}">
<h1 style="${heading}">${escapeText(title)}</h1>
<p>${escapeText(message)}</p>
<p><a href="/">Go to the library</a></p>
</main>
</body>
</html>
`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
