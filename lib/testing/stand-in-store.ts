import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { StoreSettings } from '../library/originals/store-settings.ts'

export type StandInStore = {
  /** For a library of tests: this store, its bucket, its keys. */
  settings: StoreSettings
  /** What it holds, by path: `/filings/strata/0123.zst`. May be changed while it serves. */
  objects: Map<string, Buffer>
  /** Requests as they came: `PUT /filings/strata/0123.zst`. */
  asked: string[]
  /** While set, every request is answered so: with a status and a code, or not at all. */
  ill: { status: number; code: string } | 'silent' | null
  /** Stop listening; the objects stay. */
  stop(): Promise<void>
  /** Listen again, on the same port. */
  start(): Promise<void>
}

const keyId = 'STANDINKEY'
const secret = 'the secret of the stand-in'
const region = 'eu-sample-1'
const bucket = 'filings'

/**
 * For tests: a server that speaks as much of S3 as originals need, path style. It refuses what a real one does: requests whose
 * signature (AWS Signature Version 4, worked out here anew from its specification) or body's hash is another, keys it
 * does not know, other buckets, clocks that are a quarter of an hour off.
 */
export async function standInStore(): Promise<StandInStore> {
  const objects = new Map<string, Buffer>()
  const asked: string[] = []
  let port = 0
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const path = request.url ?? ''
    asked.push(`${request.method} ${path}`)
    if (store.ill === 'silent') return
    if (store.ill !== null) return refuse(response, store.ill.status, store.ill.code)
    const body = Buffer.concat(pieces)
    const refused = judgeSignature(request, body)
    if (refused !== null) return refuse(response, 403, refused)
    if (!path.startsWith(`/${bucket}/`)) return refuse(response, 404, 'NoSuchBucket')
    answer(objects, request.method ?? '', path, body, response)
  })
  const start = () =>
    new Promise<void>(resolve => {
      server.listen(port, '127.0.0.1', () => {
        port = (server.address() as AddressInfo).port
        resolve()
      })
    })
  await start()
  const store: StandInStore = {
    settings: {
      bucket,
      prefix: 'strata/',
      endpoint: `http://127.0.0.1:${port}`,
      region,
      pathStyle: true,
      keyId,
      secret,
      sessionToken: null,
    },
    objects,
    asked,
    ill: null,
    start,
    stop: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return store
}

function answer(
  objects: Map<string, Buffer>,
  method: string,
  path: string,
  body: Buffer,
  response: ServerResponse,
): void {
  const held = objects.get(path)
  if (method === 'PUT') {
    objects.set(path, body)
    response.setHeader('ETag', `"${createHash('md5').update(body).digest('hex')}"`).end()
  } else if (method === 'DELETE') {
    objects.delete(path)
    response.writeHead(204).end()
  } else if (held === undefined) refuse(response, 404, 'NoSuchKey')
  else response.setHeader('Content-Length', held.length).end(method === 'HEAD' ? undefined : held)
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message/></Error>`)
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/** A clock may be so far off, in milliseconds. */
const skewMs = 15 * 60_000

/**
 * The code with which a request is refused, or null. Source: "Create a signed AWS API request" of AWS's IAM user guide.
 *
 * > AWS4-HMAC-SHA256 Credential=KEY/20030131/region/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=0123…
 */
function judgeSignature({ method, url = '', headers }: IncomingMessage, body: Buffer): string | null {
  const said =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    )
  const instant = String(headers['x-amz-date'] ?? '')
  const hashed = String(headers['x-amz-content-sha256'] ?? '')
  if (said === null) return 'AccessDenied'
  const [, id = '', day = '', where = '', names = '', signature = ''] = said
  if (id !== keyId) return 'InvalidAccessKeyId'
  if (where !== region || !instant.startsWith(day)) return 'AuthorizationHeaderMalformed'
  const at = Date.parse(instant.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!(Math.abs(Date.now() - at) < skewMs)) return 'RequestTimeTooSkewed'
  if (hashed !== sha256(body)) return 'XAmzContentSHA256Mismatch'
  const signed = names.split(';')
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every(name => signed.includes(name)))
    return 'AccessDenied'
  const [path = '', query = ''] = url.split('?')
  const lines = signed.map(name => `${name}:${String(headers[name] ?? '').trim()}\n`).join('')
  const canonical = [method, path, query, lines, names, hashed].join('\n')
  const scope = `${day}/${where}/s3/aws4_request`
  const key = [where, 's3', 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${secret}`, day))
  const text = ['AWS4-HMAC-SHA256', instant, scope, sha256(canonical)].join('\n')
  return hmac(key, text).toString('hex') === signature ? null : 'SignatureDoesNotMatch'
}
