# Runs a command and writes what it took: wall, user and system seconds, peak memory in KB.
#   perl measure.pl REPORT CLOCK_GETTIME GETRUSAGE COMMAND...
# The kernel counts all this by itself, but Node only tells it about its own process, GNU time is not part of
# a bare Debian, and looking into /proc now and then misses the end of every process. perl-base is in every
# Debian and can make the two system calls; their numbers come from the caller. RUSAGE_CHILDREN (-1) covers all
# processes below that were waited for: times are their sum, memory is that of the largest.
use strict;

my ($report, $clock, $rusage, @command) = @ARGV;

sub now {
  my $time = pack 'q2', 0, 0;
  syscall($clock + 0, 1, $time);
  my ($seconds, $nanoseconds) = unpack 'q2', $time;
  return $seconds + $nanoseconds / 1e9;
}

my $start = now();
my $status = system { $command[0] } @command;
my $wall = now() - $start;
my $usage = pack 'q18', (0) x 18;
syscall($rusage + 0, -1, $usage);
my ($us, $uu, $ss, $su, $peak) = unpack 'q5', $usage;
open(my $out, '>', $report) or die;
printf $out "%.6f %.6f %.6f %d\n", $wall, $us + $uu / 1e6, $ss + $su / 1e6, $peak;
close $out;
exit($status == -1 ? 127 : $status & 127 ? 128 + ($status & 127) : $status >> 8);
