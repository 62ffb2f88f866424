/** Options that every command takes. */
export interface CommonOptions {
  readonly chdir?: string;
  readonly output: string;
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet?: boolean;
  readonly debug?: boolean;
}
