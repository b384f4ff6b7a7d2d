"""Figures for what is promised: each promise is attacked many times, and every time that it does not hold is counted.

``python -m eval.fire PROMISE --n NUMBER --seed SEED`` fires so many shots at one promise and prints a row of the table;
``all`` fires at every one of them. A shot is chosen by the seed and its number alone, so that a fault can be had again
and a later run goes on with another seed. A long run tells how far it is every fifty shots, and each fault at once;
``--minutes`` ends it in time, with the number of shots that were fired.

The way through the package: ``__main__`` chooses a module, whose ``fire`` takes a ``counted.Order`` and gives one or
more ``counted.Counted``. ``builder`` and ``disk`` are processes that die and disks that forget, ``hindered`` disks that
are full or closed, ``aftermath`` is what a reader finds then. ``house`` runs the program as a person does, in a process
and a home of its own, because only what the whole program does counts; ``protocol`` speaks to it as a program does.
"""
