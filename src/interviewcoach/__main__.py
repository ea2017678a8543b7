"""`python -m interviewcoach` is the same program as `interviewcoach`."""

from interviewcoach.cli import main

if __name__ == "__main__":
    main()
