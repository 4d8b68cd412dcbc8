import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import {
  isMultipart,
  type ReceivedFile,
  receiveFiles,
  type UploadLimits,
  uploadLimits,
} from './receive-files.ts'

const roomy: UploadLimits = {
  fileBytes: 1000,
  exhibitBytes: 1000,
  totalBytes: 100_000,
  files: 10,
  silenceMs: 5_000,
}

function upload(files: [name: string, content: string | Uint8Array<ArrayBuffer>][]): Request {
  const form = new FormData()
  form.append('comment', 'a field that is no file')
  for (const [name, content] of files) form.append('file', new File([content], name))
  return new Request('http://strata.test/api/filings', { method: 'POST', body: form })
}

async function receive(request: Request, limits = roomy): Promise<ReceivedFile[]> {
  const files: ReceivedFile[] = []
  for await (const file of receiveFiles(request, { limits })) files.push(file)
  return files
}

/** The same upload, ended after so many bytes. */
async function cutOff(request: Request, length: number): Promise<Request> {
  const body = new Uint8Array(await request.clone().arrayBuffer()).slice(0, length)
  return new Request(request.url, { method: 'POST', body, headers: request.headers })
}

describe('receiveFiles', () => {
  it('gives every file whole and in order', async () => {
    const bytes = Uint8Array.from({ length: 900 }, (_, index) => index % 256)
    const files = await receive(
      upload([
        ['one.txt', 'first'],
        ['zwei – ü.txt', bytes],
        ['three', ''],
      ]),
    )
    expect(files.map(file => file.name)).toEqual(['one.txt', 'zwei – ü.txt', 'three'])
    expect(files.map(file => ('bytes' in file ? Buffer.from(file.bytes) : null))).toEqual([
      Buffer.from('first'),
      Buffer.from(bytes),
      Buffer.from(''),
    ])
  })

  it('skips a file that is too large and loses no other', async () => {
    const files = await receive(
      upload([
        ['a', 'a'],
        ['large', 'x'.repeat(1001)],
        ['full', 'x'.repeat(1000)],
      ]),
    )
    expect(files.map(file => ('problem' in file ? file.problem : file.bytes.length))).toEqual([
      1,
      'file-is-too-large',
      1000,
    ])
  })

  it('stops at the bounds of the whole, keeping what came before', async () => {
    const request = upload([
      ['a', 'x'.repeat(900)],
      ['b', 'x'.repeat(900)],
      ['c', 'x'.repeat(900)],
    ])
    const tooMany = await receive(request.clone(), { ...roomy, files: 2 })
    expect(tooMany.map(file => ('problem' in file ? file.problem : file.name))).toEqual([
      'a',
      'b',
      'upload-has-too-many-files',
    ])
    const tooLarge = await receive(request, { ...roomy, totalBytes: 500 })
    expect(tooLarge.at(-1)).toMatchObject({ problem: 'upload-is-too-large' })
  })

  it.each([16_384, 65_536, 1e9])('comes to an end whatever is in one chunk of %i bytes', async most => {
    const skipped = `--B\r\nA: b\r\n\r\n${'x'.repeat(70_000)}\r\n`
    const file = `--B\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nfirst\r\n`
    const bytes = Buffer.from(`${skipped}${file}${skipped}${skipped}${file}--B--\r\n${'y'.repeat(70_000)}`)
    const chunks = Array.from({ length: Math.ceil(bytes.length / most) }, (_, at) =>
      bytes.subarray(at * most, (at + 1) * most),
    )
    const init = {
      method: 'POST',
      body: Readable.toWeb(Readable.from(chunks)) as BodyInit,
      duplex: 'half',
      headers: { 'content-type': 'multipart/form-data; boundary=B' },
    }
    const files = await receive(new Request('http://strata.test/', init), uploadLimits)
    expect(files.map(({ name }) => name)).toEqual(['a', 'a'])
  })

  it('gives quotes in names as they are, which browsers write otherwise', async () => {
    const body = `--B\r\nContent-Disposition: form-data; name="file"; filename="%22Alder%22 100%25.xml"\r\n\r\nfirst\r\n--B--\r\n`
    const headers = { 'content-type': 'multipart/form-data; boundary=B' }
    const files = await receive(
      new Request('http://strata.test/', { method: 'POST', body, headers }),
      uploadLimits,
    )
    expect(files.map(({ name }) => name)).toEqual(['"Alder" 100%25.xml'])
  })

  it('never gives a file of which a part is missing', async () => {
    const whole = upload([
      ['a', 'first'],
      ['b', 'x'.repeat(900)],
    ])
    const { byteLength } = await whole.clone().arrayBuffer()
    for (const length of [byteLength - 100, byteLength - 500, byteLength - 10, 100, 0]) {
      const files = await receive(await cutOff(whole, length))
      const kept = files.filter(file => 'bytes' in file)
      for (const file of kept) expect(file.bytes.length).toBe(file.name === 'a' ? 5 : 900)
      expect(files.at(-1)).toMatchObject({ problem: 'upload-is-no-whole-form' })
    }
  })

  it('finds nothing in a form sent with nothing chosen', async () => {
    const body =
      '--x\r\nContent-Disposition: form-data; name="file"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n'
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    expect(await receive(new Request('http://strata.test/', { method: 'POST', body, headers }))).toEqual([])
  })
})

describe('isMultipart', () => {
  it.each([
    ['multipart/form-data; boundary=abc', true],
    ['multipart/form-data', false],
    ['application/json', false],
  ])('says of %s: %s', (type, is) =>
    expect(isMultipart(new Request('http://a.test', { headers: { 'content-type': type } }))).toBe(is),
  )
})
