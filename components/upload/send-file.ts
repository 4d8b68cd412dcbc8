import { type Answer, readAnswer } from './answer.ts'

/** After this long without an end, sending has failed, in milliseconds. */
const longestMs = 5 * 60_000

const noConnection = 'The connection broke before the file arrived. Try again.'
const tooSlow = 'The server took too long. Try again.'

export type Sending = { answer: Promise<Answer>; cancel: () => void }

/**
 * Send one file to the library. `progress` is told the share that has left, from 0 to 1. A cancelled sending never
 * answers. XMLHttpRequest, for `fetch` does not tell how far an upload is.
 */
export function sendFile(file: File, progress: (share: number) => void): Sending {
  const request = new XMLHttpRequest()
  const answer = new Promise<Answer>(resolve => {
    request.upload.onprogress = event => progress(event.total > 0 ? event.loaded / event.total : 0)
    request.upload.onload = () => progress(1)
    request.onload = () => resolve(readAnswer(request.status, request.responseText))
    request.onerror = () => resolve({ failure: noConnection, final: false })
    request.ontimeout = () => resolve({ failure: tooSlow, final: false })
  })
  const form = new FormData()
  form.append('file', file, file.name)
  request.open('POST', '/api/filings')
  request.setRequestHeader('Accept', 'application/json')
  request.timeout = longestMs
  request.send(form)
  return { answer, cancel: () => request.abort() }
}
