/** A file as the user handed it over: its name (some formats name their companion files) and its bytes. */
export interface EcgFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
