# bash completion for tally; made by `tally completions bash`.
_tally_files() {
  compopt -o filenames 2>/dev/null
  local name
  while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$current")
}
_tally() {
  local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" command="" word
  # The shell makes a word of its own of the `=` in `--flag=value`.
  if [[ $current == "=" ]]; then
    current=""
  elif [[ $previous == "=" ]]; then
    previous="${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      run|check|diff|clean|list|audit|eval|completions|help) command=$word; break ;;
    esac
  done
  COMPREPLY=()
  case $command:$previous in
    *:--output|*:-o) _tally_files; return ;;
    *:--jobs|*:-j) return ;;
    run:--format|check:--format|clean:--format|audit:--format) COMPREPLY=($(compgen -W "text json github junit sarif" -- "$current")); return ;;
    list:--format) COMPREPLY=($(compgen -W "text json" -- "$current")); return ;;
    *:--timeout) return ;;
    *:--max-memory) return ;;
    run:--color|check:--color|diff:--color|clean:--color|list:--color|audit:--color|eval:--color) COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
  esac
  if [[ $current == -* ]]; then
    case $command in
      run) COMPREPLY=($(compgen -W "--output -o --jobs -j --fail-fast --force --format --quiet -q --timeout --max-memory --color --help -h --version -V" -- "$current")) ;;
      check) COMPREPLY=($(compgen -W "--jobs -j --fail-fast --format --quiet -q --audit --timeout --max-memory --color --help -h --version -V" -- "$current")) ;;
      diff) COMPREPLY=($(compgen -W "--jobs -j --fail-fast --force --quiet -q --timeout --max-memory --color --help -h --version -V" -- "$current")) ;;
      clean) COMPREPLY=($(compgen -W "--output -o --jobs -j --fail-fast --force --format --quiet -q --timeout --max-memory --color --help -h --version -V" -- "$current")) ;;
      list) COMPREPLY=($(compgen -W "--jobs -j --format --timeout --max-memory --color --help -h --version -V" -- "$current")) ;;
      audit) COMPREPLY=($(compgen -W "--jobs -j --fail-fast --format --quiet -q --verbose -v --timeout --max-memory --color --help -h --version -V" -- "$current")) ;;
      eval) COMPREPLY=($(compgen -W "--timeout --max-memory --color --help -h --version -V" -- "$current")) ;;
      completions) COMPREPLY=($(compgen -W "--help -h --version -V" -- "$current")) ;;
      help) COMPREPLY=($(compgen -W "--help -h --version -V" -- "$current")) ;;
      *) COMPREPLY=($(compgen -W "--help -h --version -V" -- "$current")) ;;
    esac
    return
  fi
  case $command in
    "") COMPREPLY=($(compgen -W "run check diff clean list audit eval completions help" -- "$current")) ;;
    completions) COMPREPLY=($(compgen -W "bash zsh fish" -- "$current")) ;;
    help) COMPREPLY=($(compgen -W "run check diff clean list audit eval completions help" -- "$current")) ;;
    eval) ;;
    *) _tally_files ;;
  esac
}
complete -F _tally tally
