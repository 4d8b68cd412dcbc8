import { describe, expect, it } from 'vitest'
import { addressIn, readStoreSettings, type StoreSettings } from './store-settings.ts'

const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' }
const read = (environment: Record<string, string>): StoreSettings => {
  const found = readStoreSettings({ ...keys, ...environment })
  if (found === null || 'wrong' in found) throw new Error(found?.wrong ?? 'none')
  return found
}

describe('the store of originals that an environment names', () => {
  it('is none where STRATA_BLOBS is not set', () => {
    expect(readStoreSettings(keys)).toBeNull()
  })

  it('is Amazon’s unless an endpoint is told, the bucket in the host', () => {
    const store = read({ STRATA_BLOBS: 's3://filings/strata', AWS_REGION: 'eu-west-1' })
    expect(addressIn(store, 'a.zst')).toBe('https://filings.s3.eu-west-1.amazonaws.com/strata/a.zst')
    const pointed = read({ STRATA_BLOBS: 's3://filings.desk/strata' })
    expect(addressIn(pointed, 'a.zst')).toBe('https://s3.us-east-1.amazonaws.com/filings.desk/strata/a.zst')
  })

  it('is at its endpoint with the bucket in the path, unless told otherwise', () => {
    const own = { STRATA_BLOBS: 's3://filings', AWS_ENDPOINT_URL_S3: 'http://store.example:9000/' }
    expect(addressIn(read(own), 'a.zst')).toBe('http://store.example:9000/filings/a.zst')
    const hosted = read({ ...own, STRATA_BLOBS_PATH_STYLE: 'no' })
    expect(addressIn(hosted, 'a.zst')).toBe('http://filings.store.example:9000/a.zst')
  })

  it('takes Strata’s own variables before those that programs share', () => {
    const store = read({
      STRATA_BLOBS: 's3://filings',
      AWS_SESSION_TOKEN: 'lent',
      STRATA_BLOBS_KEY_ID: 'own',
      STRATA_BLOBS_SECRET: 'hidden',
      STRATA_BLOBS_REGION: 'home',
      AWS_REGION: 'away',
    })
    expect(store).toMatchObject({ keyId: 'own', secret: 'hidden', region: 'home', sessionToken: null })
    expect(read({ STRATA_BLOBS: 's3://filings', AWS_SESSION_TOKEN: 'lent' }).sessionToken).toBe('lent')
  })

  it.each([
    ['https://filings', 'STRATA_BLOBS must name a bucket'],
    ['s3://F', 'STRATA_BLOBS must name a bucket'],
    ['s3://filings/../other', 'STRATA_BLOBS must name a bucket'],
    ['s3://filings//a', 'STRATA_BLOBS must name a bucket'],
    ['s3://filings/a b', 'STRATA_BLOBS must name a bucket'],
  ])('is refused in a sentence as %s', (told, sentence) => {
    expect(readStoreSettings({ ...keys, STRATA_BLOBS: told })).toMatchObject({
      wrong: expect.stringContaining(sentence),
    })
  })

  it('wants keys, an endpoint that is an address, and yes or no', () => {
    const wrong = (environment: Record<string, string>) =>
      readStoreSettings({ STRATA_BLOBS: 's3://filings', ...environment })
    expect(wrong({})).toMatchObject({ wrong: expect.stringContaining('needs keys') })
    expect(wrong({ ...keys, STRATA_BLOBS_ENDPOINT: 'store:9000' })).toMatchObject({
      wrong: expect.stringContaining('STRATA_BLOBS_ENDPOINT'),
    })
    expect(wrong({ ...keys, STRATA_BLOBS_PATH_STYLE: 'maybe' })).toMatchObject({
      wrong: expect.stringContaining('yes or no'),
    })
  })
})
