import type { SliceParameters } from '@/lib/addresses/slice-address.ts'

/** What a form keeps of the address that it stands on. */
export function KeepFields({ fields }: { fields: SliceParameters }) {
  return fields.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ))
}
