type IconProps = {
  /** Edge in pixels. */
  size?: number
  className?: string
}

/**
 * A line drawing on a 16-unit square in the colour of the text around it.
 *
 * Hidden from assistive technology: the word beside it, or the control's label, says what it means.
 */
function Icon({ size = 16, className, d }: IconProps & { d: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`shrink-0 ${className ?? ''}`}
    >
      <path d={d} />
    </svg>
  )
}

export const SearchIcon = (props: IconProps) => (
  <Icon {...props} d="M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.4 10.4 14 14" />
)
export const UploadIcon = (props: IconProps) => (
  <Icon {...props} d="M8 10.5v-8M4.8 5.5 8 2.3l3.2 3.2M2.5 10v3.5h11V10" />
)
export const DownloadIcon = (props: IconProps) => (
  <Icon {...props} d="M8 2.5v8M4.8 7.3 8 10.5l3.2-3.2M2.5 13.5h11" />
)
export const CheckIcon = (props: IconProps) => <Icon {...props} d="m3 8.6 3.2 3.2L13 5" />
export const CrossIcon = (props: IconProps) => <Icon {...props} d="m4 4 8 8M12 4l-8 8" />
export const LinkIcon = (props: IconProps) => (
  <Icon
    {...props}
    d="m6.6 9.4 2.8-2.8M7.4 4.9l1.4-1.4a2.6 2.6 0 0 1 3.7 3.7l-1.4 1.4M8.6 11.1l-1.4 1.4a2.6 2.6 0 0 1-3.7-3.7l1.4-1.4"
  />
)
export const FileIcon = (props: IconProps) => (
  <Icon {...props} d="M3.5 1.8h6l3 3v9.4h-9zM9.2 2v3.2h3.2M5.8 8.3h4.4M5.8 11h4.4" />
)
export const FolderIcon = (props: IconProps) => <Icon {...props} d="M1.8 12.9V3.2h4.4l1.6 2h6.4v7.7z" />
export const TableIcon = (props: IconProps) => (
  <Icon {...props} d="M2 3h12v10H2zM2 6.4h12M2 9.7h12M6.4 6.4V13" />
)
/** An edge with what lies on either side. */
export const AskIcon = (props: IconProps) => (
  <Icon {...props} d="M8 2v12M5.2 5.2 2.4 8l2.8 2.8M10.8 5.2 13.6 8l-2.8 2.8" />
)
export const WarningIcon = (props: IconProps) => (
  <Icon {...props} d="M8 2.2 14.4 13.5H1.6zM8 6.6v3.2M8 11.6v.1" />
)
export const InfoIcon = (props: IconProps) => (
  <Icon {...props} d="M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 7.4v3.6M8 5v.1" />
)
export const SunIcon = (props: IconProps) => (
  <Icon
    {...props}
    d="M10.8 8a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0ZM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9"
  />
)
export const MoonIcon = (props: IconProps) => (
  <Icon {...props} d="M13.5 9.7A5.9 5.9 0 0 1 6.3 2.5a5.9 5.9 0 1 0 7.2 7.2Z" />
)
export const ChevronRightIcon = (props: IconProps) => <Icon {...props} d="m6 3.5 4.5 4.5L6 12.5" />
export const ChevronLeftIcon = (props: IconProps) => <Icon {...props} d="M10 3.5 5.5 8l4.5 4.5" />
export const ChevronDownIcon = (props: IconProps) => <Icon {...props} d="m3.5 6 4.5 4.5L12.5 6" />
export const ArrowUpIcon = (props: IconProps) => <Icon {...props} d="M8 13V3M4.2 6.8 8 3l3.8 3.8" />
export const ArrowDownIcon = (props: IconProps) => <Icon {...props} d="M8 3v10M4.2 9.2 8 13l3.8-3.8" />

export const PersonIcon = (props: IconProps) => (
  <Icon
    {...props}
    d="M10.6 5.2a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0ZM3 13.8c.4-2.7 2.4-4.1 5-4.1s4.6 1.4 5 4.1"
  />
)

export const ListIcon = (props: IconProps) => (
  <Icon {...props} d="M6 4h7.5M6 8h7.5M6 12h7.5M2.5 4h.5M2.5 8h.5M2.5 12h.5" />
)
