/** The key that does the same as the button it stands in. */
export function Key({ name }: { readonly name: string }) {
  return (
    <kbd className="ml-1 rounded border border-current/30 px-1.5 font-sans text-xs opacity-75 first:ml-0">
      {name}
    </kbd>
  );
}
