/** A row of an index as it is printed, with what it leads to. */
export type IndexRow = {
  sequence: string
  description: string
  name: string
  type: string
  size: string
  viewer?: boolean
}

/** For tests: the page on which EDGAR lists the documents of a submission of company 1000. */
export function edgarIndex(accession: string, rows: readonly IndexRow[], wholeSize = ''): string {
  const folder = `/Archives/edgar/data/1000/${accession.replaceAll('-', '')}`
  const print = ({ sequence, description, name, type, size, viewer }: IndexRow) =>
    `<tr><td scope="row">${sequence}</td><td>${description}</td><td><a href="${viewer ? '/ix?doc=' : ''}${folder}/${name}">${name}</a></td><td>${type}</td><td>${size}</td></tr>`
  const whole = {
    sequence: '&nbsp;',
    description: 'Complete submission text file',
    name: `${accession}.txt`,
    type: '&nbsp;',
    size: wholeSize,
  }
  return `<!DOCTYPE html><html><head><title>Filing index</title></head><body>
<div><table><tr><td>Search</td><td><a href="/search">Search</a></td></tr></table></div>
<table class="tableFile" summary="Document Format Files">
<tr><th>Seq</th><th>Description</th><th>Document</th><th>Type</th><th>Size</th></tr>
${[...rows, ...(wholeSize === '' ? [] : [whole])].map(print).join('\n')}
</table></body></html>`
}
