const page = 'max-width: 60ch; margin: 0 auto; padding: 96px 24px; font: 400 14px/24px system-ui, sans-serif'
const heading = 'margin: 0 0 12px; font: 700 24px/32px system-ui, sans-serif'
const subheading = 'margin: 24px 0 4px; font: 700 14px/24px system-ui, sans-serif'
const list = 'margin: 0; padding: 0; list-style: none; overflow-wrap: anywhere'

type Link = { href: string; text: string }
export type Links = { heading: string; links: readonly Link[]; note?: string | undefined }

/** A page in plain words in the place of one of the site's: without scripts, and with the little style it has. */
export function plainPage(title: string, message: string, lists: readonly Links[] = []): string {
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
${lists.map(listLinks).join('')}<p style="margin: 24px 0 0">${drawLink({ href: '/', text: 'Go to the library' })}</p>
</main>
</body>
</html>
`
}

function listLinks({ heading, links, note }: Links): string {
  const items = links.map(link => `<li>${drawLink(link)}</li>\n`).join('')
  const last = note === undefined ? '' : `<li>${escapeText(note)}</li>\n`
  return `<h2 style="${subheading}">${escapeText(heading)}</h2>
<ul style="${list}">
${items}${last}</ul>
`
}

function drawLink({ href, text }: Link): string {
  return `<a href="${escapeText(href)}">${escapeText(text)}</a>`
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
