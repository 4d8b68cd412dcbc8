/** The file names of the samples' index, `{ "samples": [{ "file": "…" }] }`; paths that lead out of its folder are left out. */
export function sampleNames(index: unknown): string[] {
  const samples = property(index, 'samples')
  const names = Array.isArray(samples) ? samples.map(sample => property(sample, 'file')) : []
  return names.filter(name => typeof name === 'string').filter(name => /^[\w-][\w.-]*$/.test(name))
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
