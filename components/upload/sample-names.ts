/** The file names of the samples' index, `[{ "file": "…", … }]`; a path that leads out of its folder is left out. */
export function sampleNames(index: unknown): string[] {
  const names = Array.isArray(index) ? index.map(fileOf) : []
  return names.filter(name => typeof name === 'string').filter(name => /^[\w-][\w.-]*$/.test(name))
}

function fileOf(sample: unknown): unknown {
  return typeof sample === 'object' && sample !== null && 'file' in sample ? sample.file : null
}
