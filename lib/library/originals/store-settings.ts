/** Where originals are kept beside the library: a bucket of an S3-compatible store, and a prefix in it. */
export type StoreSettings = {
  bucket: string
  /** What every key begins with: empty, or ending in a stroke. */
  prefix: string
  /** The store's own address; null for Amazon's. */
  endpoint: string | null
  region: string
  /** True where the bucket stands in the path, false where it is a part of the host. */
  pathStyle: boolean
  keyId: string
  secret: string
  /** Of keys that are lent for some time. */
  sessionToken: string | null
}

type Environment = { readonly [name: string]: string | undefined }

/** Names of buckets and prefixes: what stands in an address as it is. Source: "Bucket naming rules" of Amazon S3. */
const place = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]{0,200}))?$/

/**
 * The store that an environment names in STRATA_BLOBS, `s3://bucket/prefix`; null where it names none, or what is wrong in a
 * sentence. Keys, region and endpoint come from the variables that programs for S3 share, or from Strata's own, which come first.
 */
export function readStoreSettings(environment: Environment): StoreSettings | { wrong: string } | null {
  const told = environment.STRATA_BLOBS
  if (!told) return null
  const [, bucket = '', path = ''] = place.exec(told) ?? []
  if (bucket === '' || /(^|\/)\.{0,2}\//.test(`${path}/`.replace(/^\/$/, '')))
    return wrong(
      'STRATA_BLOBS',
      'name a bucket, and a prefix of letters, digits, points and strokes, such as s3://filings/strata',
      told,
    )
  const { STRATA_BLOBS_PATH_STYLE: style } = environment
  if (style && style !== 'yes' && style !== 'no')
    return wrong('STRATA_BLOBS_PATH_STYLE', 'be yes or no', style)
  const endpoint = firstOf(environment, ['STRATA_BLOBS_ENDPOINT', 'AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL'])
  if (endpoint !== null && !/^https?:\/\/[^/?#@]+\/?$/.test(endpoint))
    return wrong('STRATA_BLOBS_ENDPOINT', 'be an address such as https://store.example', endpoint)
  const keyId = firstOf(environment, ['STRATA_BLOBS_KEY_ID', 'AWS_ACCESS_KEY_ID'])
  const secret = firstOf(environment, ['STRATA_BLOBS_SECRET', 'AWS_SECRET_ACCESS_KEY'])
  if (keyId === null || secret === null)
    return {
      wrong:
        'STRATA_BLOBS needs keys: set STRATA_BLOBS_KEY_ID and STRATA_BLOBS_SECRET, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    }
  const region = firstOf(environment, ['STRATA_BLOBS_REGION', 'AWS_REGION', 'AWS_DEFAULT_REGION'])
  return {
    bucket,
    prefix: path === '' ? '' : `${path.replace(/\/$/, '')}/`,
    endpoint: endpoint?.replace(/\/$/, '') ?? null,
    region: region ?? 'us-east-1',
    // A store of one's own seldom has a name for each bucket, and a certificate for all of them more seldom still.
    pathStyle: style ? style === 'yes' : endpoint !== null || bucket.includes('.'),
    keyId,
    secret,
    sessionToken: environment.STRATA_BLOBS_KEY_ID ? null : environment.AWS_SESSION_TOKEN || null,
  }
}

function firstOf(environment: Environment, names: readonly string[]): string | null {
  return names.map(name => environment[name]).find(value => value) ?? null
}

function wrong(name: string, how: string, told: string): { wrong: string } {
  return { wrong: `${name} must ${how}, and this is “${told}”.` }
}

/** The address of an object of a store by its key. */
export function addressIn(store: StoreSettings, key: string): string {
  const { bucket, prefix, endpoint, region, pathStyle } = store
  const base = new URL(endpoint ?? `https://s3.${region}.amazonaws.com`)
  if (!pathStyle) base.hostname = `${bucket}.${base.hostname}`
  return `${base.origin}/${pathStyle ? `${bucket}/` : ''}${prefix}${key}`
}
