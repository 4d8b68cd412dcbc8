import { openAsBlob } from 'node:fs'
import path from 'node:path'

/** Upload a file to a running Strata, in a process of its own so that it takes no time of who measures there. */
const [url = '', file = ''] = process.argv.slice(2)
const form = new FormData()
form.append('file', await openAsBlob(file), path.basename(file))
const answer = await fetch(`${url}/api/filings`, {
  method: 'POST',
  body: form,
  headers: { accept: 'application/json' },
})
if (!answer.ok) {
  console.error(`${file} was answered ${answer.status}: ${await answer.text()}`)
  process.exitCode = 1
}
