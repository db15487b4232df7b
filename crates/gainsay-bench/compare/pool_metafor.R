# Pools the studies of one group with metafor: TABLE.
# Prints a line for each estimator: its name, mean, standard error, tau2, Q and the seconds it took.
suppressMessages(library(metafor))
group <- read.csv(commandArgs(trailingOnly = TRUE)[1])
y <- (group$lo + group$hi) / 2
m <- group$n_effective
group$yi <- log(y / (1 - y))
# The variance of sampling, and that of rounding: uniform over the reporting set.
group$vi <- 1 / (y * m) + 1 / ((1 - y) * m) + (group$hi - group$lo)^2 / 12 / (y * (1 - y))^2
for (method in c("REML", "PM", "DL")) {
    # Tighter than metafor's own threshold, so that the digits can be held against each other.
    control <- list(threshold = 1e-10, tol = 1e-10, maxiter = 1000)
    seconds <- system.time(
        found <- rma(yi, vi, data = group, method = method, control = control)
    )[["elapsed"]]
    cat(sprintf("%s %.15g %.15g %.15g %.15g %.6f\n",
                method, found$beta[1], found$se, found$tau2, found$QE, seconds))
}
