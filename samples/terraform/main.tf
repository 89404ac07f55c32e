# The search of the shop, as a module of Terraform

variable "image" {
  type = string
}

variable "subnets" {
  type = list(string)
}

resource "aws_cloudwatch_log_group" "search" {
  name = "/ecs/search"
}

resource "aws_ecs_task_definition" "search" {
  family                   = "search"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 4096 # more than Fargate gives to a quarter of a vCPU
  execution_role_arn       = aws_iam_role.execution.arn

  container_definitions = jsonencode([
    {
      name         = "web"
      image        = var.image
      essential    = true
      portMappings = [{ containerPort = 8080 }]
      healthCheck = {
        command  = ["CMD-SHELL", "curl -f http://localhost:8080/ || exit 1"]
        interval = 1 # less than 5 seconds
      }
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          "awslogs-group"         = aws_cloudwatch_log_group.search.name
          "awslogs-region"        = "eu-central-1"
          "awslogs-stream-prefix" = "search"
        }
      }
    }
  ])
}

resource "aws_ecs_service" "search" {
  name            = "search"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.search.arn
  desired_count   = 2
  launch_type     = "FARGATE"

  network_configuration {
    subnets = var.subnets
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.search.arn
    container_name   = "web"
    container_port   = 80 # the container listens on 8080
  }
}
