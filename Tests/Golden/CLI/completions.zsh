#compdef tally
# zsh completion for tally; made by `tally completions zsh`.
_tally() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands
  commands=(
    'run:Execute notes and write the results into them'
    'check:Execute notes and fail where a result is not what stands there'
    'diff:Show what `run` would change'
    'clean:Take every result out of notes again'
    'list:List blocks and inline values with their state'
    'audit:Check the arithmetic that stands in notes'
    'eval:Run nn code from the command line'
    'completions:Print a completion script for a shell'
    'help:Show the manual page of the tool or of a command'
  )
  _arguments -C \
    '(- *)'{-h,--help}'[Show the manual page and exit]' \
    '(- *)'{-V,--version}'[Show the version and exit]' \
    '1:command:->command' '*::argument:->arguments'
  case $state in
    command) _describe command commands ;;
    arguments)
      case $line[1] in
        run)
          _arguments -s \
            '(-o --output)'{-o+,--output=}'[Write the result of the one note to FILE instead of the note]:FILE:_files' \
            '(-j --jobs)'{-j+,--jobs=}'[Use N worker threads]:N:' \
            '--fail-fast[Stop after the first note that does not end well]' \
            '--force[Overwrite results that were edited by hand]' \
            '--format=[Report as FORMAT on standard output]:FORMAT:(text json github junit sarif)' \
            '(-q --quiet)'{-q,--quiet}'[Print nothing but what went wrong]' \
            '--timeout=[Give up on a note after so many seconds]:SECONDS:' \
            '--max-memory=[Give up on a note that needs more memory than SIZE, a number of bytes or one with KiB, MiB or GiB]:SIZE:' \
            '--color=[Use colours]:WHEN:(auto always never)' \
            '(-h --help)'{-h,--help}'[Show the manual page and exit]' \
            '(-V --version)'{-V,--version}'[Show the version and exit]' \
            '*:note:_files' ;;
        check)
          _arguments -s \
            '(-j --jobs)'{-j+,--jobs=}'[Use N worker threads]:N:' \
            '--fail-fast[Stop after the first note that does not end well]' \
            '--format=[Report as FORMAT on standard output]:FORMAT:(text json github junit sarif)' \
            '(-q --quiet)'{-q,--quiet}'[Print nothing but what went wrong]' \
            '--audit[Check the arithmetic that stands in the notes too, as `tally audit` does]' \
            '--timeout=[Give up on a note after so many seconds]:SECONDS:' \
            '--max-memory=[Give up on a note that needs more memory than SIZE, a number of bytes or one with KiB, MiB or GiB]:SIZE:' \
            '--color=[Use colours]:WHEN:(auto always never)' \
            '(-h --help)'{-h,--help}'[Show the manual page and exit]' \
            '(-V --version)'{-V,--version}'[Show the version and exit]' \
            '*:note:_files' ;;
        diff)
          _arguments -s \
            '(-j --jobs)'{-j+,--jobs=}'[Use N worker threads]:N:' \
            '--fail-fast[Stop after the first note that does not end well]' \
            '--force[Overwrite results that were edited by hand]' \
            '(-q --quiet)'{-q,--quiet}'[Print nothing but what went wrong]' \
            '--timeout=[Give up on a note after so many seconds]:SECONDS:' \
            '--max-memory=[Give up on a note that needs more memory than SIZE, a number of bytes or one with KiB, MiB or GiB]:SIZE:' \
            '--color=[Use colours]:WHEN:(auto always never)' \
            '(-h --help)'{-h,--help}'[Show the manual page and exit]' \
            '(-V --version)'{-V,--version}'[Show the version and exit]' \
            '*:note:_files' ;;
        clean)
          _arguments -s \
            '(-o --output)'{-o+,--output=}'[Write the result of the one note to FILE instead of the note]:FILE:_files' \
            '(-j --jobs)'{-j+,--jobs=}'[Use N worker threads]:N:' \
            '--fail-fast[Stop after the first note that does not end well]' \
            '--force[Overwrite results that were edited by hand]' \
            '--format=[Report as FORMAT on standard output]:FORMAT:(text json github junit sarif)' \
            '(-q --quiet)'{-q,--quiet}'[Print nothing but what went wrong]' \
            '--timeout=[Give up on a note after so many seconds]:SECONDS:' \
            '--max-memory=[Give up on a note that needs more memory than SIZE, a number of bytes or one with KiB, MiB or GiB]:SIZE:' \
            '--color=[Use colours]:WHEN:(auto always never)' \
            '(-h --help)'{-h,--help}'[Show the manual page and exit]' \
            '(-V --version)'{-V,--version}'[Show the version and exit]' \
            '*:note:_files' ;;
        list)
          _arguments -s \
            '(-j --jobs)'{-j+,--jobs=}'[Use N worker threads]:N:' \
            '--format=[Report as FORMAT on standard output]:FORMAT:(text json)' \
            '--timeout=[Give up on a note after so many seconds]:SECONDS:' \
            '--max-memory=[Give up on a note that needs more memory than SIZE, a number of bytes or one with KiB, MiB or GiB]:SIZE:' \
            '--color=[Use colours]:WHEN:(auto always never)' \
            '(-h --help)'{-h,--help}'[Show the manual page and exit]' \
            '(-V --version)'{-V,--version}'[Show the version and exit]' \
            '*:note:_files' ;;
        audit)
          _arguments -s \
            '(-j --jobs)'{-j+,--jobs=}'[Use N worker threads]:N:' \
            '--fail-fast[Stop after the first note that does not end well]' \
            '--format=[Report as FORMAT on standard output]:FORMAT:(text json github junit sarif)' \
            '(-q --quiet)'{-q,--quiet}'[Print nothing but what went wrong]' \
            '(-v --verbose)'{-v,--verbose}'[List every equality with its verdict]' \
            '--timeout=[Give up on a note after so many seconds]:SECONDS:' \
            '--max-memory=[Give up on a note that needs more memory than SIZE, a number of bytes or one with KiB, MiB or GiB]:SIZE:' \
            '--color=[Use colours]:WHEN:(auto always never)' \
            '(-h --help)'{-h,--help}'[Show the manual page and exit]' \
            '(-V --version)'{-V,--version}'[Show the version and exit]' \
            '*:note:_files' ;;
        eval)
          _arguments -s \
            '--timeout=[Give up on a note after so many seconds]:SECONDS:' \
            '--max-memory=[Give up on a note that needs more memory than SIZE, a number of bytes or one with KiB, MiB or GiB]:SIZE:' \
            '--color=[Use colours]:WHEN:(auto always never)' \
            '(-h --help)'{-h,--help}'[Show the manual page and exit]' \
            '(-V --version)'{-V,--version}'[Show the version and exit]' \
            '1:code:' ;;
        completions)
          _arguments -s \
            '(-h --help)'{-h,--help}'[Show the manual page and exit]' \
            '(-V --version)'{-V,--version}'[Show the version and exit]' \
            '1:shell:(bash zsh fish)' ;;
        help)
          _arguments -s \
            '(-h --help)'{-h,--help}'[Show the manual page and exit]' \
            '(-V --version)'{-V,--version}'[Show the version and exit]' \
            '1:command:(run check diff clean list audit eval completions help)' ;;
      esac ;;
  esac
}
if [[ $funcstack[1] == _tally ]]; then _tally "$@"; else compdef _tally tally; fi
