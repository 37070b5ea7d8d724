/** Two shores and a span: the wholesaler, the store, and what carries goods between them. */
export function Mark() {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" className="size-7 shrink-0">
      <rect width="28" height="28" rx="8" className="fill-accent" />
      <path
        d="M5 19h18M7.5 19v-4.5M20.5 19v-4.5M5 16c4-7.5 14-7.5 18 0M14 19v-8.4"
        fill="none"
        strokeWidth="1.9"
        strokeLinecap="round"
        className="stroke-on-accent"
      />
    </svg>
  );
}
